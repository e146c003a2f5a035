import java.io.IOException;
import java.net.*;

public class PatientClient {
    public static void main(String[] args) throws Exception {
        InetAddress host = InetAddress.getByName(args[0]);
        int port = Integer.parseInt(args[1]);
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.setSoTimeout(1000);
            for (int number = 1; ; number++) {
                byte[] out = ("message " + number).getBytes();
                try {
                    socket.send(new DatagramPacket(out, out.length, host, port));
                    DatagramPacket in = new DatagramPacket(new byte[2048], 2048);
                    socket.receive(in);
                    System.out.println("Reply: " + new String(in.getData(), 0, in.getLength()));
                    Thread.sleep(400);
                } catch (IOException e) {
                    System.out.println("No answer to message " + number);
                }
            }
        }
    }
}
