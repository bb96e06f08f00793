"""The desks of the office: collecting, opening, answering, people, and what goes back."""
