"""The 評価ブック and every other workbook: written with openpyxl, read through one gate."""

from __future__ import annotations

import os

# With lxml, openpyxl writes characters outside the basic plane as numbers, and other programs
# then turn them into other letters when they save. Read when openpyxl is first imported.
os.environ["OPENPYXL_LXML"] = "False"
