// UDP capitalize client
// oddity: The text is sent as ISO-8859-1, one byte a letter.
// fails: not-ascii
import java.net.*;
import java.nio.charset.StandardCharsets;
import java.util.Scanner;

class Client {
    public static void main(String[] args) throws Exception {
        DatagramSocket socket = new DatagramSocket();
        InetAddress host = InetAddress.getByName(args[0]);
        int port = Integer.parseInt(args[1]);
        Scanner scanner = new Scanner(System.in, "UTF-8");
        System.out.print("Sentence: ");
        byte[] data = scanner.nextLine().getBytes(StandardCharsets.ISO_8859_1);
        socket.send(new DatagramPacket(data, data.length, host, port));

        DatagramPacket reply = new DatagramPacket(new byte[1024], 1024);
        socket.receive(reply);
        System.out.println(new String(reply.getData()));
        socket.close();
    }
}
