"""Files of the world: read with patience, written whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import time
from pathlib import Path

from imari_desk.domain.errors import CallError, MachineError

_TRIES = 5
_PAUSE = 0.2  # seconds; an antivirus or a spreadsheet program usually lets go within one


def read_file(path: Path) -> bytes:
    """The file's bytes. Raises CallError where there is none, MachineError where it is held."""
    for attempt in range(_TRIES):
        try:
            return path.read_bytes()
        except (FileNotFoundError, IsADirectoryError, NotADirectoryError) as error:
            raise CallError("file_missing", path=path) from error
        except PermissionError:
            _wait(attempt)
        except OSError as error:
            raise MachineError("file_unreadable", path=path, reason=error.strerror) from error
    raise MachineError("file_in_use", path=path)


def write_file(path: Path, data: bytes) -> None:
    """Put data under its final name in one step; what stood there stays whole until then.

    Raises MachineError: no room, read-only, held by another program, name too long.
    """
    # Not tempfile: its files belong to one user alone, and these are for a shared folder.
    part = path.with_name(f".{secrets.token_hex(4)}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with part.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        _replace(part, path)
    except OSError as error:
        raise _unwritable(path, error) from error
    finally:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)


def free_path(path: Path) -> Path:
    """The path, with a number where something stands there."""
    free, number = path, 2
    while free.exists():
        free = path.with_name(f"{path.stem}_{number}{path.suffix}")
        number += 1
    return free


def _replace(part: Path, path: Path) -> None:
    for attempt in range(_TRIES - 1):
        try:
            part.replace(path)
        except PermissionError:
            _wait(attempt)
        else:
            return
    part.replace(path)


def _wait(attempt: int) -> None:
    time.sleep(_PAUSE * (attempt + 1) / _TRIES)


def _unwritable(path: Path, error: OSError) -> MachineError:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return MachineError("file_disk_full", path=path)
    if isinstance(error, PermissionError) and path.exists():
        return MachineError("file_in_use", path=path)
    return MachineError("file_unwritable", path=path, reason=error.strerror or str(error))
