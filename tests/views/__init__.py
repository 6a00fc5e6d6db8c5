"""What people see, exactly."""
