"""What happens by time: recurring expenses, reminders, summaries, and their deliveries."""
