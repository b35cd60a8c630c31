"""What makes the offline installer for Windows, on Linux. Never part of the program itself."""
