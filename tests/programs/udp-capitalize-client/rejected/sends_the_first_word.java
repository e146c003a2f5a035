// UDP capitalize client
// mistake: next() reads one word; nextLine() was meant.
// fails: sends-the-text, long-text, not-ascii
// diagnosis: first_word_only
import java.net.*;
import java.nio.charset.StandardCharsets;
import java.util.Scanner;

class UDPClient {
    public static void main(String[] args) throws Exception {
        Scanner in = new Scanner(System.in, "UTF-8");
        System.out.print("Enter a sentence: ");
        String sentence = in.next();

        DatagramSocket socket = new DatagramSocket();
        byte[] data = sentence.getBytes(StandardCharsets.UTF_8);
        InetAddress address = InetAddress.getByName(args[0]);
        socket.send(new DatagramPacket(data, data.length, address, Integer.parseInt(args[1])));

        DatagramPacket reply = new DatagramPacket(new byte[2048], 2048);
        socket.receive(reply);
        System.out.println(new String(reply.getData(), 0, reply.getLength(), StandardCharsets.UTF_8));
        socket.close();
    }
}
