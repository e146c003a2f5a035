// A sender that pads its datagram and writes one byte a letter.
// oddity: Each letter becomes one byte, so letters beyond ASCII do not arrive as UTF-8.
// fails: not-ascii
import java.net.*;

class Sender {
    public static void main(String[] args) throws Exception {
        String message = args[2];
        byte[] buffer = new byte[2048];
        for (int i = 0; i < message.length(); i++) {
            buffer[i] = (byte) message.charAt(i);
        }
        DatagramSocket socket = new DatagramSocket();
        InetAddress host = InetAddress.getByName(args[0]);
        socket.send(new DatagramPacket(buffer, buffer.length, host, Integer.parseInt(args[1])));
        socket.close();
    }
}
