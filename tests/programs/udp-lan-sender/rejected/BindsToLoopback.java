// fails: reaches-another-computer
// diagnosis: sends_from_loopback
// mistake: the socket is bound to the loopback address: nothing leaves this computer from there.
import java.net.*;
import java.nio.charset.StandardCharsets;

public class BindsToLoopback {
    public static void main(String[] args) throws Exception {
        byte[] text = args[2].getBytes(StandardCharsets.UTF_8);
        DatagramSocket socket = new DatagramSocket(new InetSocketAddress("127.0.0.1", 0));
        socket.send(new DatagramPacket(text, text.length, InetAddress.getByName(args[0]), Integer.parseInt(args[1])));
        socket.close();
    }
}
