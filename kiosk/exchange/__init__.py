"""What kiosk and office exchange: formats, trust, sealing."""
