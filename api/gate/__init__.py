"""What every request passes before a route, and what is noted about it.

``security`` bounds it, ``admission`` and ``keys`` tell who may ask, ``rate_limit`` how often; ``observing`` gives it a
name, ``metrics`` counts it, ``request_log`` writes it down.
"""
