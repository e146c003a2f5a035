import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;

public class UDPClient {
    public static void main(String[] args) throws Exception {
        DatagramSocket socket = new DatagramSocket();
        byte[] out = args[2].getBytes(StandardCharsets.UTF_8);
        socket.send(new DatagramPacket(out, out.length, InetAddress.getByName(args[0]), Integer.parseInt(args[1])));
        DatagramPacket in = new DatagramPacket(new byte[65507], 65507);
        socket.receive(in);
        System.out.println("FROM SERVER: " + new String(in.getData(), 0, in.getLength(), StandardCharsets.UTF_8));
        socket.close();
    }
}
