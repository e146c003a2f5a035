// mistake: SocketTimeoutException is not caught: it ends main().
// fails: a-reply-is-lost, server-is-started-again, refused-at-first
// diagnosis: java_error
import java.net.*;

public class NoCatch {
    public static void main(String[] args) throws Exception {
        DatagramSocket socket = new DatagramSocket();
        socket.setSoTimeout(1000);
        byte[] out = "hello".getBytes();
        while (true) {
            socket.send(new DatagramPacket(out, out.length, InetAddress.getByName(args[0]), Integer.parseInt(args[1])));
            DatagramPacket in = new DatagramPacket(new byte[1000], 1000);
            socket.receive(in);
            System.out.println(new String(in.getData(), 0, in.getLength()));
            Thread.sleep(500);
        }
    }
}
