// fails: reaches-another-computer
// diagnosis: uses_another_address
// mistake: getLocalHost() is this computer.
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;

public class LocalHost {
    public static void main(String[] args) throws Exception {
        byte[] data = args[2].getBytes("UTF-8");
        DatagramSocket socket = new DatagramSocket();
        socket.send(new DatagramPacket(data, data.length, InetAddress.getLocalHost(), Integer.parseInt(args[1])));
        socket.close();
    }
}
