"""Whether a file is the picture that a signed entry names."""

import hashlib

from kiosk.exchange import limits, pictures, stick
from kiosk.exchange.folder import Folder
from kiosk.exchange.pictures import PictureFile
from kiosk.exchange.refusals import Refusal, Refused


def read(folder: Folder, picture: PictureFile, place: str = stick.MEDIA) -> bytes:
    """Read a picture that a checked entry names by its hash, or raise Refused.

    `place` is where pictures lie below the folder.
    """
    name = f"{place}/{picture.sha256}"
    try:
        data = folder.read(name, picture.length)
    except FileNotFoundError as error:
        raise Refused(Refusal.MEDIA_MISSING, name=picture.sha256[:8]) from error
    except Refused as refused:
        if refused.code is not Refusal.FILE_TOO_BIG:
            raise
        raise Refused(Refusal.MEDIA_BROKEN, name=picture.sha256[:8]) from refused
    must_be(picture, data)
    return data


def must_be(picture: PictureFile, data: bytes) -> None:
    """Raise Refused unless these bytes are the picture, and one that may be decoded.

    1. Length and hash are those that were signed (MEDIA_BROKEN).
    2. The file is a whole, plain PNG or JPEG, whatever it is called (MEDIA_NOT_A_PICTURE).
    3. It has no more pixels than a screen has room for (MEDIA_TOO_BIG), and those that it was
       said to have (MEDIA_NOT_A_PICTURE).
    """
    name = picture.sha256[:8]
    if len(data) != picture.length or hashlib.sha256(data).hexdigest() != picture.sha256:
        raise Refused(Refusal.MEDIA_BROKEN, name=name)
    try:
        width, height = pictures.size_of(data)
    except pictures.NotAPicture as error:
        raise Refused(Refusal.MEDIA_NOT_A_PICTURE, name=name) from error
    if width * height > limits.PICTURE_PIXELS:
        raise Refused(Refusal.MEDIA_TOO_BIG, name=name)
    if (width, height) != (picture.width, picture.height):
        raise Refused(Refusal.MEDIA_NOT_A_PICTURE, name=name)
