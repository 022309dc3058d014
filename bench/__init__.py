"""Measurements that anybody can repeat; see bench/README.md."""
