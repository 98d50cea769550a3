"""Examples that the documentation and the tests read: data to try the service on."""
