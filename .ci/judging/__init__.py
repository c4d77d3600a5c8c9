"""Checks of the finished report by readers other than the program itself."""
