"""The use case: many profiles become folders of documents, in as many processes as an executor has."""

from __future__ import annotations

from policygen.batch.clients import Client, find
from policygen.batch.run import Batch, run
from policygen.batch.work import Job, Result

__all__ = ["Batch", "Client", "Job", "Result", "find", "run"]
