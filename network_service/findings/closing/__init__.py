"""What would close a finding, named: who with whom, and which figures of the network would move."""
