// fails: one-interface, each-interface
// diagnosis: looks_up_the_host_name
// mistake: InetAddress.getLocalHost() is what the name stands for.
import java.net.InetAddress;

class local_host {
    public static void main(String[] args) throws Exception {
        System.out.println(InetAddress.getLocalHost().getHostAddress());
    }
}
