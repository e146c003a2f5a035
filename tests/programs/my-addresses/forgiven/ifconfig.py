# fails: two-addresses
# oddity: ifconfig shows one address of an interface.
import os

os.system("ifconfig -a")
