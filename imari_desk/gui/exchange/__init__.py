"""Taking workbooks in and handing them over."""
