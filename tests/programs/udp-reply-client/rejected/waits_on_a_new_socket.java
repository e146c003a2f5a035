// fails: prints-the-reply
// diagnosis: receives_on_another_socket
// mistake: The reply comes to the socket that sent, and that one is closed.
import java.net.*;
public class DontWait {
    public static void main(String[] args) throws Exception {
        DatagramSocket s = new DatagramSocket();
        byte[] m = args[2].getBytes("UTF-8");
        s.send(new DatagramPacket(m, m.length, InetAddress.getByName(args[0]), Integer.parseInt(args[1])));
        s.close();
        DatagramSocket r = new DatagramSocket();
        r.setSoTimeout(2000);
        byte[] b = new byte[2000];
        DatagramPacket p = new DatagramPacket(b, b.length);
        try {
            r.receive(p);
            System.out.println("Server says: " + new String(b, 0, p.getLength()));
        } catch (SocketTimeoutException e) { System.out.println("nothing came"); }
    }
}
