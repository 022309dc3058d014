"""The use case: many profiles become folders of documents, in as many processes as an executor has."""
