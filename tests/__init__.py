"""The tests, a package of its own so that `tests.support` is found before anybody else's `tests`."""
