"""Reads every cell of a workbook's sheets with openpyxl, as a stream, and does nothing with them."""

import sys

import openpyxl

book = openpyxl.load_workbook(sys.argv[1], read_only=True, data_only=True)
seen = 0
for sheet in book.worksheets:
    for row in sheet.iter_rows(values_only=True):
        seen += sum(value is not None for value in row)
print(seen)
