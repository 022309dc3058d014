"""What kind of picture a file holds, and its proportions."""

from __future__ import annotations

import io
from typing import Final

_ENDINGS: Final = {"image/png": "png", "image/jpeg": "jpg", "image/gif": "gif"}


def measure(data: bytes) -> tuple[str, float] | None:
    """Reads the file ending and the ratio of width to height of a picture.

    Returns:
        None when it is no PNG, JPEG or GIF.
    """
    # python-docx reads the headers of pictures; imported here because not every document has one.
    from docx.image.exceptions import InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError
    from docx.image.image import Image

    try:
        image = Image.from_blob(data)
    except (InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError):
        return None
    ending = _ENDINGS.get(image.content_type)
    width, height = image.px_width, image.px_height
    return (ending, width / height) if ending and width and height else None
