// mistake: The packet object is printed, not the text in it.
// fails: prints-the-reply
// diagnosis: shows_an_object
import java.net.*;

class PrintsTheWholePacket {
    public static void main(String[] args) throws Exception {
        DatagramSocket s = new DatagramSocket();
        byte[] m = args[2].getBytes("UTF-8");
        s.send(new DatagramPacket(m, m.length, InetAddress.getByName(args[0]), Integer.parseInt(args[1])));
        DatagramPacket reply = new DatagramPacket(new byte[1024], 1024);
        s.receive(reply);
        System.out.println("Server says: " + reply);
        s.close();
    }
}
