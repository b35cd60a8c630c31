"""``python -m imari_desk.cli.installing ROOT FOLDER``: asked by the installer, for it alone.

Exit code 0: the program folder FOLDER of ROOT is in use now. 1: it is not; install.log says why.
"""

from __future__ import annotations

import sys
import traceback
from pathlib import Path

from imari_desk.places import user_data

LOG = "install.log"


def main(words: list[str]) -> int:
    """Take a program folder into use; what happened is appended to the log in ROOT."""
    root, folder = Path(words[0]), words[1]
    with (root / LOG).open("a", encoding="utf-8", buffering=1) as log:
        try:
            from imari_desk.desk.installing import take_into_use

            good = take_into_use(root, folder, user_data(), lambda text: print(text, file=log))
        except Exception:  # whatever it is, the program is not good, and the log has to say so
            traceback.print_exc(file=log)
            good = False
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
