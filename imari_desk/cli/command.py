"""One command from the words typed to its exit code.

Exit codes: 0 done, 1 problems in the data, listed, 2 wrong call, 3 environment.
"""

from __future__ import annotations

import atexit
import contextlib
import gc
import io
import json
import os
import sys
import traceback
from argparse import Namespace
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from imari_desk import __version__
from imari_desk.cli import verbs
from imari_desk.cli.arguments import parser
from imari_desk.cli.screen import Screen
from imari_desk.domain.errors import DeskError, Remedy
from imari_desk.domain.words import sentence
from imari_desk.places import LOG, user_data

EXIT = {Remedy.DATA: 1, Remedy.CALL: 2, Remedy.ENVIRONMENT: 3}


def run(arguments: Sequence[str]) -> int:
    """Carry out one command; gives its exit code. Our own mistakes go to the log as well."""
    # The process ends with the command: what is loaded need not be taken apart piece by piece.
    atexit.register(gc.freeze)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")
    options = parser(arguments).parse_args(arguments)
    screen = Screen(json=options.json)
    if options.verb is None and not options.self_check:
        screen.warn(sentence("cli_no_verb"))
        return 2
    options.data = options.data or user_data()
    try:
        if options.self_check:
            return verbs.self_check(options, screen)
        return verbs.VERBS[options.verb](options, screen)
    except DeskError as fault:
        screen.fault(fault)
        return EXIT[fault.remedy]
    except BrokenPipeError:  # whoever reads has heard enough, as ``| head`` does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        screen.warn(sentence("cli_interrupted"))
        return 130
    except Exception:
        screen.warn(sentence("cli_crashed", log=_log_crash(options)))
        raise


def _log_crash(options: Namespace) -> Path:
    """Write the traceback beside the data; a log that cannot be written hides nothing."""
    path: Path = options.data / LOG
    what = json.dumps(vars(options), default=str, ensure_ascii=False)
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a", encoding="utf-8") as log:
            log.write(f"{datetime.now().isoformat()} {__version__} {what}\n")
            traceback.print_exc(file=log)
    return path
