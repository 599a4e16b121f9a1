"""The program `ray`, which listens on the loopback interface and nowhere else.

Ray takes a loopback address for that of the machine, as others see it; there it would listen.
"""

import sys

from ray._private import services
from ray.scripts.scripts import main

services.get_node_ip_address = lambda address=None: "127.0.0.1"

if __name__ == "__main__":
    sys.exit(main())
