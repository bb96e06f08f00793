"""What staff read when something is turned away: what happened, what still works, who can help."""

from collections.abc import Mapping

from kiosk.exchange.refusal_codes import Refusal

SENTENCES: Mapping[Refusal, str] = {
    Refusal.NOT_OUR_STICK: (
        "This stick has other files, but nothing from Signpost. Nothing was opened. Take it out "
        "and use the numbered stick."
    ),
    Refusal.EMPTY_STICK: (
        "This stick is empty. Nothing has changed. Take it out and ask the office for a Signpost "
        "stick."
    ),
    Refusal.TWO_STICKS: (
        "There are two sticks in this screen. Neither was opened. Take both out and put in one."
    ),
    Refusal.STICK_BUSY: (
        "This stick is already being read. The work goes on. Wait until the screen says take it "
        "out."
    ),
    Refusal.STICK_NOT_READ: (
        "This stick cannot be read. The screen works as before. Try once more, then ask the "
        "office for another stick."
    ),
    Refusal.STICK_TAKEN_OUT: (
        "The stick came out too early. Nothing was lost and nothing has changed. Put it in again "
        "and wait for green."
    ),
    Refusal.STICK_FULL: (
        "This stick is full. Requests are kept safe on this screen. Ask the office to empty the "
        "stick or bring another."
    ),
    Refusal.STICK_LOCKED: (
        "Nothing can be written on this stick. Requests are kept safe on this screen. Ask the "
        "office for another stick."
    ),
    Refusal.STICK_NOT_SIGNED: (
        "This stick has no paper from the office that says whose it is. Nothing was taken from "
        "it. Ask the office to make it again."
    ),
    Refusal.STICK_FORGED: (
        "The office of {site} did not make this stick. Nothing was taken from it. Keep the stick "
        "and tell security and the office."
    ),
    Refusal.STICK_OF_ANOTHER_SITE: (
        "This stick belongs to {other}. This screen is in {site}. Nothing was taken from it. Give "
        "it back to the office."
    ),
    Refusal.CARRIER_STICK: (
        "This stick brings content to the office. It must not come to a wing. Nothing was taken "
        "from it. Give it back to the office."
    ),
    Refusal.WING_STICK: (
        "This stick is for the wings. It must not go outside. Nothing was taken from it. Use a "
        "stick for carrying content."
    ),
    Refusal.LINK_ON_STICK: (
        "This stick has something in place of a file: {name}. Nothing was taken from it. Keep the "
        "stick and tell the office."
    ),
    Refusal.FILE_MISSING: (
        "A file is missing: {name}. Nothing has changed. Ask the office to make the stick again."
    ),
    Refusal.FILE_TOO_BIG: (
        "A file is too big: {name}. Nothing has changed. Ask the office to make the stick again."
    ),
    Refusal.FILE_NAME_ODD: (
        "A file has a name that Signpost does not use. Nothing has changed. Tell the office."
    ),
    Refusal.DEMO_ON_REAL: (
        "This stick is a demonstration. This screen is in real use. Nothing was taken from it. "
        "Give it back to the office."
    ),
    Refusal.REAL_ON_DEMO: (
        "This screen is a demonstration. It does not take real content or real requests. Use a "
        "demonstration stick."
    ),
    Refusal.NEWER_PROGRAM_NEEDED: (
        "This stick was made for a newer program. The screen works as before. Ask the office when "
        "this screen will be updated."
    ),
    Refusal.SIGNED_FILE_BROKEN: (
        "A signed file is damaged. Nothing has changed. Ask the office to make it again."
    ),
    Refusal.SIGNATURE_WRONG: (
        "A file is not signed by somebody this machine trusts. Nothing has changed. Tell "
        "the office."
    ),
    Refusal.SEAL_WRONG: (
        "A sealed message cannot be opened here. It was kept as it is. Tell the office: it may be "
        "for another key."
    ),
    Refusal.NO_CONTENT: (
        "This stick has no content on it. The screen keeps what it shows. Ask the office if that "
        "is right."
    ),
    Refusal.CONTENT_OLDER: (
        "This stick is older than what this screen has: {version} and {active}. The screen keeps "
        "the newer content. Ask the office for a new stick."
    ),
    Refusal.CONTENT_EXPIRED: (
        "The content on this stick was meant for an earlier time. The screen keeps what it shows. "
        "Ask the office for a new stick."
    ),
    Refusal.CONTENT_DATE_WRONG: (
        "The day written in this content cannot be right. The screen keeps what it shows. Tell "
        "the content team: its machine may have a wrong clock."
    ),
    Refusal.CONTENT_DAMAGED: (
        "The content on this stick is damaged: {name}. The screen keeps what it shows. Ask the "
        "office to make the stick again."
    ),
    Refusal.CONTENT_INCOMPLETE: (
        "A part of the content is missing: {name}. The screen keeps what it shows. Ask the office "
        "to make the stick again."
    ),
    Refusal.CONTENT_TOO_BIG: (
        "The content on this stick is too big for this screen. The screen keeps what it shows. "
        "Tell the content team."
    ),
    Refusal.CONTENT_OF_OTHERS: (
        "This content does not come from your content team. The screen keeps what it shows. Keep "
        "the stick and tell security and the office."
    ),
    Refusal.CONTENT_SIGNED_BY_TOO_FEW: (
        "Not enough people have signed this content: {name}. The screen keeps what it shows. Tell "
        "the content team: an author and an approver must both sign."
    ),
    Refusal.CONTENT_OUT_OF_PLACE: (
        "A page on this stick was signed by somebody who may not write it: {name}. The screen "
        "keeps what it shows. Tell the content team."
    ),
    Refusal.CONTENT_NOT_FOR_SITE: (
        "There is nothing for {site} in this content. The screen keeps what it shows. Tell the "
        "content team."
    ),
    Refusal.CONTENT_NOT_BUILT: (
        "The new content could not be put in place. The screen keeps what it shows. Try the stick "
        "once more, then tell the content team."
    ),
    Refusal.TRUST_RECORD_LOST: (
        "This screen has lost its record of the last stick, so it cannot tell old from new. It "
        "still shows its content. Tell the office: it must be set up again."
    ),
    Refusal.PACK_BROKEN: (
        "A page is written in a way this screen does not know: {name}, line {line}. The screen "
        "keeps what it shows. Tell the content team."
    ),
    Refusal.PACK_TOO_BIG: (
        "A part of the content is too big: {name}. The screen keeps what it shows. Tell the "
        "content team."
    ),
    Refusal.POLICY_BROKEN: (
        "A list is written in a way this screen does not know: {name}. The screen keeps what it "
        "shows. Tell the content team."
    ),
    Refusal.MEDIA_BROKEN: (
        "A picture or sound is damaged: {name}. The screen keeps what it shows. Tell the content "
        "team."
    ),
    Refusal.MEDIA_MISSING: (
        "A picture or sound is missing: {name}. The screen keeps what it shows. Ask the office "
        "to make the stick again."
    ),
    Refusal.MEDIA_NOT_A_PICTURE: (
        "A file is not the picture that it should be: {name}. The screen keeps what it shows. Tell "
        "the content team."
    ),
    Refusal.MEDIA_NOT_A_SOUND: (
        "A file is not the recording that it should be: {name}. The screen keeps what it shows. "
        "Tell the content team."
    ),
    Refusal.MEDIA_TOO_BIG: (
        "A picture or sound is too big for this screen: {name}. The screen keeps what it shows. "
        "Tell the content team."
    ),
    Refusal.HELP_MISSING: (
        "The help page of {site} is not complete: {name}. The screen keeps what it shows. Tell "
        "the content team before anything else."
    ),
    Refusal.REQUESTS_BROKEN: (
        "A file of requests is damaged: {name}. The screen on the wing still has them all. Carry "
        "the stick to that screen again."
    ),
    Refusal.REQUESTS_FORGED: (
        "A file of requests was not signed by {kiosk}: {name}. Nothing was taken from it. Keep "
        "the stick and tell security."
    ),
    Refusal.REQUESTS_OF_UNKNOWN_KIOSK: (
        "This office does not know the screen {kiosk}. Nothing was taken from its file. Ask who "
        "set it up and register it."
    ),
    Refusal.REQUESTS_OF_REVOKED_KIOSK: (
        "The screen {kiosk} was struck off after file {after}. Nothing was taken from this file. "
        "Keep the stick and tell security."
    ),
    Refusal.REQUESTS_OF_ANOTHER_SITE: (
        "These requests belong to {other}. Nothing was taken from them. Give the stick to the "
        "office of {other}."
    ),
    Refusal.REQUESTS_OF_ANOTHER_EPOCH: (
        "The screen {kiosk} was set up again, and this office does not know it yet. Its requests "
        "are kept safe there. Register it once more."
    ),
    Refusal.REQUESTS_TOO_BIG: (
        "A file of requests is too big: {name}. The screen on the wing still has them all. Tell "
        "the people who look after the program."
    ),
    Refusal.ITEM_CHANGED: (
        "A request came twice from {kiosk}, and the two are not the same. The first was kept. "
        "Tell the people who look after the program."
    ),
    Refusal.ITEM_BROKEN: (
        "One request cannot be read here. It was kept as it is, and the others were taken. "
        "Tell the people who look after the program today."
    ),
    Refusal.RETURN_BROKEN: (
        "The answers on this stick are damaged. The screen keeps the answers it has. Ask the "
        "office to make the stick again."
    ),
    Refusal.RETURN_FORGED: (
        "The answers on this stick are not signed by the office of {site}. The screen keeps the "
        "answers it has. Keep the stick and tell security."
    ),
    Refusal.RETURN_OLD: (
        "The answers on this stick are older than the ones here: {seq} and {applied}. The screen "
        "keeps the newer ones. You can carry on."
    ),
    Refusal.RETURN_OF_ANOTHER_KIOSK: (
        "The answers in this file are for {other}. This screen is {kiosk}. They were left on the "
        "stick. You can carry on."
    ),
    Refusal.RETURN_OF_ANOTHER_EPOCH: (
        "These answers were made before this screen was set up again. They were left on the "
        "stick. Ask the office for new ones."
    ),
    Refusal.RETURN_TOO_BIG: (
        "The file of answers is too big for this screen. The screen keeps the answers it has. "
        "Tell the office."
    ),
    Refusal.DISK_FULL: (
        "This machine has no room left. What it shows still works, but it takes nothing new. Tell "
        "the people who look after the machine."
    ),
    Refusal.DISK_FAULT: (
        "This machine could not write to its disk. Nothing was saved. Ask people to use paper, "
        "and tell the people who look after the machine."
    ),
    Refusal.CLOCK_WRONG: (
        "The clock is wrong: it says {clock}. The screen works and counts from {day}. Tell the "
        "people who look after the machine."
    ),
    Refusal.KIOSK_NOT_ENROLLED: (
        "This screen is not set up yet. It shows only Help now. Tell the people who look after "
        "the machine."
    ),
    Refusal.KIOSK_ALREADY_ENROLLED: (
        "This folder already belongs to the screen {kiosk}. Nothing has changed. Choose an empty "
        "folder."
    ),
    Refusal.DATA_NEWER_THAN_PROGRAM: (
        "The data of this machine was written by a newer program. Nothing has changed. Put the "
        "newer program back or ask the people who look after it."
    ),
    Refusal.ENROLMENT_BROKEN: (
        "The paper of the new screen is damaged: {name}. Nothing has changed. Copy it from the "
        "screen again."
    ),
    Refusal.KIOSK_NUMBER_TAKEN: (
        "There is already a screen with the number {kiosk}. Nothing has changed. Strike the old "
        "one off first, or choose another number."
    ),
    Refusal.KIOSK_UNKNOWN: (
        "There is no screen with the number {kiosk} here. Nothing has changed. Look at the list "
        "of screens."
    ),
    Refusal.KEY_MISSING: (
        "A key is missing: {name}. Nothing has changed. Look in the folder of keys, or ask who "
        "keeps it."
    ),
    Refusal.KEY_NOT_OPENED: (
        "The key {name} did not open. Nothing has changed. Type its passphrase again, or ask who "
        "keeps it."
    ),
    Refusal.KEY_OF_ANOTHER_KIND: (
        "The key {name} is of another kind than needed here. Nothing has changed. Choose the "
        "right key."
    ),
    Refusal.KEY_NOT_TRUSTED: (
        "The key {name} may not do this. Nothing has changed. Ask the content team which key to "
        "use."
    ),
}
