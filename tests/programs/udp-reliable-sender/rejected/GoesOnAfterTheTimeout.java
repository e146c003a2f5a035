// UDP sender
// mistake: After a time-out it goes on with the next line.
// fails: resends-what-was-lost
// diagnosis: goes_on_without_the_acknowledgement
import java.io.*;
import java.net.*;
import java.util.*;

public class GoesOnAfterTheTimeout {
    public static void main(String[] args) throws Exception {
        DatagramSocket socket = new DatagramSocket();
        socket.setSoTimeout(300);
        Scanner file = new Scanner(new File(args[2]));
        int seq = 0;
        while (file.hasNextLine()) {
            byte[] data = (seq + " " + file.nextLine()).getBytes();
            socket.send(new DatagramPacket(data, data.length, InetAddress.getByName(args[0]), Integer.parseInt(args[1])));
            try {
                String text;
                do {
                    DatagramPacket answer = new DatagramPacket(new byte[100], 100);
                    socket.receive(answer);
                    text = new String(answer.getData(), 0, answer.getLength());
                } while (!text.equals("ACK " + seq));
            } catch (SocketTimeoutException e) {
                System.out.println("Line " + seq + " was lost");
            }
            seq++;
        }
        socket.close();
    }
}
