"""What changes the book: a line is resolved, recorded, corrected and posted."""
