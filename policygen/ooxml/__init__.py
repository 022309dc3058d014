"""Word's file format (WordprocessingML in an OPC package); knows nothing of policies."""
