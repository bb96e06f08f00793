"""Whether a file is the picture or the recording that a signed entry names."""

import hashlib

from kiosk.exchange import limits, pictures, sounds, stick
from kiosk.exchange.folder import Folder
from kiosk.exchange.pictures import PictureFile
from kiosk.exchange.refusals import Refusal, Refused
from kiosk.exchange.sounds import SoundFile

MediaFile = PictureFile | SoundFile


def read(folder: Folder, file: MediaFile, place: str = stick.MEDIA) -> bytes:
    """Read a file that a checked entry names by its hash, or raise Refused.

    `place` is where pictures and recordings lie below the folder.
    """
    name = f"{place}/{file.sha256}"
    try:
        data = folder.read(name, file.length)
    except FileNotFoundError as error:
        raise Refused(Refusal.MEDIA_MISSING, name=file.sha256[:8]) from error
    except Refused as refused:
        if refused.code is not Refusal.FILE_TOO_BIG:
            raise
        raise Refused(Refusal.MEDIA_BROKEN, name=file.sha256[:8]) from refused
    must_be(file, data)
    return data


def must_be(file: MediaFile, data: bytes) -> None:
    """Raise Refused unless these bytes are the file, and one that may be decoded.

    1. Length and hash are those that were signed (MEDIA_BROKEN).
    2. It is a whole, plain PNG or JPEG (MEDIA_NOT_A_PICTURE), or a whole, plain recording
       (MEDIA_NOT_A_SOUND), whatever it is called.
    3. It is no bigger or longer than a screen has room for (MEDIA_TOO_BIG), and as big or long as
       it was said to be (as in 2).
    """
    if len(data) != file.length or hashlib.sha256(data).hexdigest() != file.sha256:
        raise Refused(Refusal.MEDIA_BROKEN, name=file.sha256[:8])
    if isinstance(file, SoundFile):
        _must_be_sound(file, data)
    else:
        _must_be_picture(file, data)


def _must_be_picture(picture: PictureFile, data: bytes) -> None:
    name = picture.sha256[:8]
    try:
        width, height = pictures.size_of(data)
    except pictures.NotAPicture as error:
        raise Refused(Refusal.MEDIA_NOT_A_PICTURE, name=name) from error
    if width * height > limits.PICTURE_PIXELS:
        raise Refused(Refusal.MEDIA_TOO_BIG, name=name)
    if (width, height) != (picture.width, picture.height):
        raise Refused(Refusal.MEDIA_NOT_A_PICTURE, name=name)


def _must_be_sound(sound: SoundFile, data: bytes) -> None:
    name = sound.sha256[:8]
    try:
        milliseconds = sounds.milliseconds_of(data)
    except sounds.NotASound as error:
        raise Refused(Refusal.MEDIA_NOT_A_SOUND, name=name) from error
    if milliseconds > limits.SOUND_MILLISECONDS:
        raise Refused(Refusal.MEDIA_TOO_BIG, name=name)
    if milliseconds != sound.milliseconds:
        raise Refused(Refusal.MEDIA_NOT_A_SOUND, name=name)
