"""What the process runs on: settings, logs, metrics, threads, connections and loops."""
