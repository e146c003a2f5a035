// UDP capitalize server
// mistake: Everything from 'a' upwards is changed, and braces come after 'z'.
// fails: changes-letters-only
// diagnosis: subtracts_32_from_everything
import java.net.DatagramPacket;
import java.net.DatagramSocket;

class Server {
    public static void main(String[] args) throws Exception {
        DatagramSocket socket = new DatagramSocket(Integer.parseInt(args[0]));
        byte[] data = new byte[65535];
        while (true) {
            DatagramPacket packet = new DatagramPacket(data, data.length);
            socket.receive(packet);
            for (int i = 0; i < packet.getLength(); i++) {
                if (data[i] >= 'a') {
                    data[i] -= 32;
                }
            }
            socket.send(new DatagramPacket(data, packet.getLength(), packet.getAddress(), packet.getPort()));
        }
    }
}
