// UDP ping client: one packet is used again and again, round trips in whole milliseconds.
package pinger;

import java.net.*;
import java.util.Date;

public class UDPPinger {
    static final int COUNT = 10;

    public static void main(String[] args) throws Exception {
        InetAddress host = InetAddress.getByName(args[0]);
        int port = Integer.parseInt(args[1]);
        DatagramSocket socket = new DatagramSocket();
        socket.setSoTimeout(1000);
        byte[] buffer = new byte[1024];
        DatagramPacket response = new DatagramPacket(buffer, buffer.length);
        int lost = 0;
        for (int sequence = 1; sequence <= COUNT; sequence++) {
            Date now = new Date();
            String message = "Ping " + sequence + " " + now.getTime() + "\r\n";
            byte[] data = message.getBytes();
            socket.send(new DatagramPacket(data, data.length, host, port));
            try {
                String text;
                do {
                    response.setLength(buffer.length);
                    socket.receive(response);
                    text = new String(response.getData(), 0, response.getLength());
                } while (!text.equals(message));
                System.out.println("Received from " + response.getAddress().getHostAddress() + ": "
                        + text.trim() + " Delay: " + (System.currentTimeMillis() - now.getTime()) + " ms");
            } catch (SocketTimeoutException e) {
                lost++;
                System.out.println("Request timed out for ping " + sequence);
            }
        }
        System.out.println("Packet loss: " + (100.0 * lost / COUNT) + " %");
        socket.close();
    }
}
