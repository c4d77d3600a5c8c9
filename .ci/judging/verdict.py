"""Runs checks and says what came of them."""

import traceback

MOST = 25  # faults printed for one check


class Result:
    """What one check saw: how many things it looked at, and what is wrong."""

    def __init__(self):
        self.seen = 0
        self.faults = []

    def expect(self, good, fault):
        """Count one thing looked at; note the fault unless it is good."""
        self.seen += 1
        if not good:
            self.faults.append(fault)
        return good


def run(checks, book, edition):
    """Run the checks, print each one's outcome, return the names of the failed.

    A check that looked at nothing has failed: what it was to judge is missing.
    """
    failed, seen = [], 0
    for check in checks:
        result = Result()
        name = (check.__doc__ or check.__name__).strip().splitlines()[0]
        try:
            check(book, edition, result)
        except Exception:  # a broken check must not pass for a good report
            result.faults.append("the check broke off:\n" + traceback.format_exc(limit=-3))
        if not result.seen and not result.faults:
            result.faults.append("nothing was found to look at")
        seen += result.seen
        print(f"{'FAIL' if result.faults else 'ok  '} {name} ({result.seen})")
        for fault in result.faults[:MOST]:
            print("       " + fault.replace("\n", "\n       "))
        if len(result.faults) > MOST:
            print(f"       … and {len(result.faults) - MOST} more")
        if result.faults:
            failed.append(check.__name__)
    print(f"\n{len(checks)} checks of {seen} things, {len(failed)} failed" + (": " + ", ".join(failed) if failed else ""))
    return failed
