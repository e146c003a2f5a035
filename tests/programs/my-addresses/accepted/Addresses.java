import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.util.Collections;

public class Addresses {
    public static void main(String[] args) throws Exception {
        for (NetworkInterface one : Collections.list(NetworkInterface.getNetworkInterfaces())) {
            if (!one.isUp() || one.isLoopback()) continue;
            for (InetAddress address : Collections.list(one.getInetAddresses()))
                if (address instanceof Inet4Address)
                    System.out.println(one.getName() + " " + address.getHostAddress());
        }
    }
}
