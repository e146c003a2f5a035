// UDP ping client
// mistake: Whatever comes is taken for the reply to the ping that was sent last.
// fails: a-late-reply-is-late
// diagnosis: takes_any_reply
import java.net.*;

public class TakesAnyReply {
    public static void main(String[] args) throws Exception {
        DatagramSocket socket = new DatagramSocket();
        socket.setSoTimeout(1000);
        InetAddress server = InetAddress.getByName(args[0]);
        int port = Integer.parseInt(args[1]);
        int received = 0;
        for (int i = 1; i <= 10; i++) {
            long start = System.currentTimeMillis();
            byte[] data = ("Ping " + i + " " + start).getBytes();
            socket.send(new DatagramPacket(data, data.length, server, port));
            DatagramPacket reply = new DatagramPacket(new byte[1024], 1024);
            try {
                socket.receive(reply);
                System.out.println("Reply " + i + ": RTT " + (System.currentTimeMillis() - start) + " ms");
                received++;
            } catch (SocketTimeoutException e) {
                System.out.println("Request timed out");
            }
        }
        System.out.println("Loss: " + (10 - received) * 10 + "%");
        socket.close();
    }
}
