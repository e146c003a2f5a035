// UDP sender: setSoTimeout(); one packet is used for all answers
import java.io.*;
import java.net.*;

public class ReliableSender {
    public static void main(String[] args) throws IOException {
        InetAddress host = InetAddress.getByName(args[0]);
        int port = Integer.parseInt(args[1]);
        DatagramSocket socket = new DatagramSocket();
        socket.setSoTimeout(400);
        byte[] buffer = new byte[1024];
        DatagramPacket answer = new DatagramPacket(buffer, buffer.length);

        BufferedReader file = new BufferedReader(new FileReader(args[2]));
        String line;
        int seq = 0;
        while ((line = file.readLine()) != null) {
            byte[] data = (seq + " " + line).getBytes();
            DatagramPacket packet = new DatagramPacket(data, data.length, host, port);
            int resends = 0;
            boolean acknowledged = false;
            socket.send(packet);
            while (!acknowledged) {
                try {
                    answer.setLength(buffer.length);
                    socket.receive(answer);
                    String text = new String(answer.getData(), 0, answer.getLength()).trim();
                    acknowledged = text.equals("ACK " + seq);
                } catch (SocketTimeoutException e) {
                    if (++resends > 5) {
                        System.err.println("Giving up.");
                        System.exit(1);
                    }
                    System.out.println("Time-out, sending " + seq + " again");
                    socket.send(packet);
                }
            }
            System.out.println("Acknowledged: " + seq);
            seq++;
        }
        file.close();
        socket.close();
    }
}
