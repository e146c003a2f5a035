// Prints the IPv4 address of each network interface.
import java.net.NetworkInterface;
import java.util.Collections;

public class Addresses {
    public static void main(String[] args) throws Exception {
        for (NetworkInterface one : Collections.list(NetworkInterface.getNetworkInterfaces())) {
            System.out.println(one.getName());
            // fill in: print each of its addresses (getInetAddresses()) that is an Inet4Address
        }
    }
}
