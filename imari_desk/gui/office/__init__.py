"""The office's window: a rail of pages, and one hand that all of them hold."""
