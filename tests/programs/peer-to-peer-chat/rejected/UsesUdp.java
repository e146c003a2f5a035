// fails: you-come-first, you-come-second
// diagnosis: wrong_transport
// mistake: Datagrams, where the exercise is about TCP.
import java.net.*;
import java.util.Scanner;

public class UsesUdp {
    public static void main(String[] args) throws Exception {
        DatagramSocket socket = new DatagramSocket(Integer.parseInt(args[0]));
        InetAddress host = InetAddress.getByName(args[1]);
        int port = Integer.parseInt(args[2]);
        new Thread(() -> {
            byte[] buffer = new byte[2048];
            try {
                while (true) {
                    DatagramPacket p = new DatagramPacket(buffer, buffer.length);
                    socket.receive(p);
                    System.out.println(new String(p.getData(), 0, p.getLength()));
                }
            } catch (Exception e) {
            }
        }).start();
        Scanner in = new Scanner(System.in);
        while (in.hasNextLine()) {
            byte[] line = in.nextLine().getBytes();
            socket.send(new DatagramPacket(line, line.length, host, port));
        }
    }
}
