"""The 評価ブック and every other workbook: written with openpyxl, read through one gate."""
