"""Everything that can be turned away, each with a name from one closed list."""

from enum import StrEnum


class Refusal(StrEnum):
    """Why something was turned away. The codes stand in registers and bundles: never rename one."""

    # The stick itself
    NOT_OUR_STICK = "not-our-stick"
    EMPTY_STICK = "empty-stick"
    TWO_STICKS = "two-sticks"
    STICK_BUSY = "stick-busy"
    STICK_NOT_READ = "stick-not-read"
    STICK_TAKEN_OUT = "stick-taken-out"
    STICK_FULL = "stick-full"
    STICK_LOCKED = "stick-locked"
    STICK_NOT_SIGNED = "stick-not-signed"
    STICK_FORGED = "stick-forged"
    STICK_OF_ANOTHER_SITE = "stick-of-another-site"
    CARRIER_STICK = "carrier-stick"
    WING_STICK = "wing-stick"
    LINK_ON_STICK = "link-on-stick"
    FILE_MISSING = "file-missing"
    FILE_TOO_BIG = "file-too-big"
    FILE_NAME_ODD = "file-name-odd"
    DEMO_ON_REAL = "demo-on-real"
    REAL_ON_DEMO = "real-on-demo"
    NEWER_PROGRAM_NEEDED = "newer-program-needed"

    # Files that somebody signs
    SIGNED_FILE_BROKEN = "signed-file-broken"
    SIGNATURE_WRONG = "signature-wrong"
    SEAL_WRONG = "seal-wrong"

    # Content
    NO_CONTENT = "no-content"
    CONTENT_OLDER = "content-older"
    CONTENT_EXPIRED = "content-expired"
    CONTENT_DATE_WRONG = "content-date-wrong"
    CONTENT_DAMAGED = "content-damaged"
    CONTENT_INCOMPLETE = "content-incomplete"
    CONTENT_TOO_BIG = "content-too-big"
    CONTENT_OF_OTHERS = "content-of-others"
    CONTENT_SIGNED_BY_TOO_FEW = "content-signed-by-too-few"
    CONTENT_OUT_OF_PLACE = "content-out-of-place"
    CONTENT_NOT_FOR_SITE = "content-not-for-site"
    CONTENT_NOT_BUILT = "content-not-built"
    TRUST_RECORD_LOST = "trust-record-lost"
    PACK_BROKEN = "pack-broken"
    PACK_TOO_BIG = "pack-too-big"
    POLICY_BROKEN = "policy-broken"
    MEDIA_BROKEN = "media-broken"
    MEDIA_MISSING = "media-missing"
    MEDIA_NOT_A_PICTURE = "media-not-a-picture"
    MEDIA_NOT_A_SOUND = "media-not-a-sound"
    MEDIA_TOO_BIG = "media-too-big"
    HELP_MISSING = "help-missing"

    # Requests, read at the office
    REQUESTS_BROKEN = "requests-broken"
    REQUESTS_FORGED = "requests-forged"
    REQUESTS_OF_UNKNOWN_KIOSK = "requests-of-unknown-kiosk"
    REQUESTS_OF_REVOKED_KIOSK = "requests-of-revoked-kiosk"
    REQUESTS_OF_ANOTHER_SITE = "requests-of-another-site"
    REQUESTS_OF_ANOTHER_EPOCH = "requests-of-another-epoch"
    REQUESTS_TOO_BIG = "requests-too-big"
    ITEM_CHANGED = "item-changed"
    ITEM_BROKEN = "item-broken"

    # Returns, read at the kiosk
    RETURN_BROKEN = "return-broken"
    RETURN_FORGED = "return-forged"
    RETURN_OLD = "return-old"
    RETURN_OF_ANOTHER_KIOSK = "return-of-another-kiosk"
    RETURN_OF_ANOTHER_EPOCH = "return-of-another-epoch"
    RETURN_TOO_BIG = "return-too-big"

    # Kiosks and the machines they are
    DISK_FULL = "disk-full"
    DISK_FAULT = "disk-fault"
    CLOCK_WRONG = "clock-wrong"
    KIOSK_NOT_ENROLLED = "kiosk-not-enrolled"
    KIOSK_ALREADY_ENROLLED = "kiosk-already-enrolled"
    DATA_NEWER_THAN_PROGRAM = "data-newer-than-program"
    ENROLMENT_BROKEN = "enrolment-broken"
    KIOSK_NUMBER_TAKEN = "kiosk-number-taken"
    KIOSK_UNKNOWN = "kiosk-unknown"

    # Keys
    KEY_MISSING = "key-missing"
    KEY_NOT_OPENED = "key-not-opened"
    KEY_OF_ANOTHER_KIND = "key-of-another-kind"
    KEY_NOT_TRUSTED = "key-not-trusted"
