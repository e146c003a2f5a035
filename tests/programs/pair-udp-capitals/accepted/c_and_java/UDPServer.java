import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

public class UDPServer {
    public static void main(String[] args) throws Exception {
        int port = args.length > 0 ? Integer.parseInt(args[0]) : 9876;
        DatagramSocket serverSocket = new DatagramSocket(port);
        byte[] receiveData = new byte[65507];
        while (true) {
            DatagramPacket receivePacket = new DatagramPacket(receiveData, receiveData.length);
            serverSocket.receive(receivePacket);
            String sentence = new String(receivePacket.getData(), 0, receivePacket.getLength(), StandardCharsets.UTF_8);
            System.out.println("RECEIVED: " + sentence.length() + " characters");
            InetAddress address = receivePacket.getAddress();
            byte[] sendData = sentence.toUpperCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
            serverSocket.send(new DatagramPacket(sendData, sendData.length, address, receivePacket.getPort()));
        }
    }
}
