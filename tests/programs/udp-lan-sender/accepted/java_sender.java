import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;

public class UdpSender {
    public static void main(String[] args) throws Exception {
        if (args.length < 3) {
            System.out.println("Usage: java UdpSender HOST PORT MESSAGE");
            System.exit(1);
        }
        InetAddress address = InetAddress.getByName(args[0]);
        int port = Integer.parseInt(args[1]);
        byte[] data = args[2].getBytes(StandardCharsets.UTF_8);

        DatagramSocket socket = new DatagramSocket();
        DatagramPacket packet = new DatagramPacket(data, data.length, address, port);
        socket.send(packet);
        System.out.println("Sent " + data.length + " bytes to " + address + ":" + port);
        socket.close();
    }
}
