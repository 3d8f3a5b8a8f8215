"""What documents claim, as a graph behind Bolt: its records, its store, its questions, its pictures."""
