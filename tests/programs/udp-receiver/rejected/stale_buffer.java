// UDP receiver
// mistake: The whole buffer is printed and never cleared, so a short message ends with the rest of a longer one.
// fails: prints-one-after-another
// diagnosis: stale_buffer
import java.net.DatagramPacket;
import java.net.DatagramSocket;

class Receiver {
    public static void main(String[] args) throws Exception {
        DatagramSocket socket = new DatagramSocket(Integer.parseInt(args[0]));
        byte[] receiveData = new byte[1024];
        while (true) {
            DatagramPacket receivePacket = new DatagramPacket(receiveData, receiveData.length);
            socket.receive(receivePacket);
            String sentence = new String(receivePacket.getData(), "UTF-8");
            System.out.println("RECEIVED: " + sentence);
        }
    }
}
