"""The window itself under Xvfb in the owner's house, driven by the keyboard."""

TESTS = []
